# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'meeting_agenda.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.shell.card import CardFrame
from desktop_app.widgets.style.look import Rule
class Ui_MeetingAgenda(object):
    def setupUi(self, MeetingAgenda):
        if not MeetingAgenda.objectName():
            MeetingAgenda.setObjectName(u"MeetingAgenda")
        MeetingAgenda.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.outer = QVBoxLayout(MeetingAgenda)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.card = CardFrame(MeetingAgenda)
        self.card.setObjectName(u"card")
        self.cardColumn = QVBoxLayout(self.card)
        self.cardColumn.setSpacing(0)
        self.cardColumn.setObjectName(u"cardColumn")
        self.cardColumn.setContentsMargins(0, 0, 0, 0)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(16, 10, 16, 4)
        self.heading = TextLabel(self.card)
        self.heading.setObjectName(u"heading")

        self.head.addWidget(self.heading)

        self.headGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.headGap)

        self.total = TextLabel(self.card)
        self.total.setObjectName(u"total")

        self.head.addWidget(self.total)


        self.cardColumn.addLayout(self.head)

        self.scroll = QScrollArea(self.card)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.scroll.sizePolicy().hasHeightForWidth())
        self.scroll.setSizePolicy(sizePolicy)
        self.body = QWidget()
        self.body.setObjectName(u"body")
        self.bodyColumn = QVBoxLayout(self.body)
        self.bodyColumn.setSpacing(2)
        self.bodyColumn.setObjectName(u"bodyColumn")
        self.bodyColumn.setContentsMargins(4, 0, 4, 10)
        self.empty = EmptyPage(self.body)
        self.empty.setObjectName(u"empty")

        self.bodyColumn.addWidget(self.empty)

        self.rows = QVBoxLayout()
        self.rows.setSpacing(2)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(0, 0, 0, 0)

        self.bodyColumn.addLayout(self.rows)

        self.newForm = QVBoxLayout()
        self.newForm.setSpacing(0)
        self.newForm.setObjectName(u"newForm")
        self.newForm.setContentsMargins(0, 0, 0, 0)

        self.bodyColumn.addLayout(self.newForm)

        self.addLine = QHBoxLayout()
        self.addLine.setSpacing(0)
        self.addLine.setObjectName(u"addLine")
        self.addLine.setContentsMargins(0, 2, 0, 2)
        self.add = Button(self.body)
        self.add.setObjectName(u"add")
        self.add.setProperty(u"kind", u"link")
        self.add.setProperty(u"icon_name", u"plus")
        self.add.setProperty(u"hint", u"Ins")

        self.addLine.addWidget(self.add)

        self.addGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.addLine.addItem(self.addGap)


        self.bodyColumn.addLayout(self.addLine)

        self.parkedRule = Rule(self.body)
        self.parkedRule.setObjectName(u"parkedRule")

        self.bodyColumn.addWidget(self.parkedRule)

        self.parkedHead = QHBoxLayout()
        self.parkedHead.setSpacing(0)
        self.parkedHead.setObjectName(u"parkedHead")
        self.parkedHead.setContentsMargins(12, 8, 12, 0)
        self.parkedHeading = TextLabel(self.body)
        self.parkedHeading.setObjectName(u"parkedHeading")

        self.parkedHead.addWidget(self.parkedHeading)

        self.parkedGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.parkedHead.addItem(self.parkedGap)

        self.parkedCount = TextLabel(self.body)
        self.parkedCount.setObjectName(u"parkedCount")

        self.parkedHead.addWidget(self.parkedCount)


        self.bodyColumn.addLayout(self.parkedHead)

        self.parkedRows = QVBoxLayout()
        self.parkedRows.setSpacing(0)
        self.parkedRows.setObjectName(u"parkedRows")
        self.parkedRows.setContentsMargins(0, 0, 0, 0)

        self.bodyColumn.addLayout(self.parkedRows)

        self.bodyGap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.bodyColumn.addItem(self.bodyGap)

        self.scroll.setWidget(self.body)

        self.cardColumn.addWidget(self.scroll)


        self.outer.addWidget(self.card)


        self.retranslateUi(MeetingAgenda)
    # setupUi

    def retranslateUi(self, MeetingAgenda):
        self.heading.setText(QCoreApplication.translate("MeetingAgenda", u"\u062f\u0633\u062a\u0648\u0631 \u062c\u0644\u0633\u0647", None))
        self.add.setText(QCoreApplication.translate("MeetingAgenda", u"\u0627\u0641\u0632\u0648\u062f\u0646 \u0628\u0646\u062f \u062f\u0633\u062a\u0648\u0631", None))
#if QT_CONFIG(accessibility)
        self.add.setAccessibleName(QCoreApplication.translate("MeetingAgenda", u"\u0627\u0641\u0632\u0648\u062f\u0646 \u0628\u0646\u062f \u062f\u0633\u062a\u0648\u0631", None))
#endif // QT_CONFIG(accessibility)
        self.parkedHeading.setText(QCoreApplication.translate("MeetingAgenda", u"\u06a9\u0646\u0627\u0631\u06af\u0630\u0627\u0634\u062a\u0647 \u0628\u0631\u0627\u06cc \u0628\u0639\u062f", None))
        pass
    # retranslateUi


# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'meeting_attendance.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.shell.card import CardFrame
class Ui_MeetingAttendance(object):
    def setupUi(self, MeetingAttendance):
        if not MeetingAttendance.objectName():
            MeetingAttendance.setObjectName(u"MeetingAttendance")
        MeetingAttendance.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.outer = QVBoxLayout(MeetingAttendance)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.card = CardFrame(MeetingAttendance)
        self.card.setObjectName(u"card")
        self.cardColumn = QVBoxLayout(self.card)
        self.cardColumn.setSpacing(0)
        self.cardColumn.setObjectName(u"cardColumn")
        self.cardColumn.setContentsMargins(0, 0, 0, 0)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(16, 8, 16, 8)
        self.heading = TextLabel(self.card)
        self.heading.setObjectName(u"heading")

        self.head.addWidget(self.heading)

        self.headGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.headGap)

        self.closedNote = TextLabel(self.card)
        self.closedNote.setObjectName(u"closedNote")

        self.head.addWidget(self.closedNote)

        self.keysHolder = QWidget(self.card)
        self.keysHolder.setObjectName(u"keysHolder")
        self.keys = QHBoxLayout(self.keysHolder)
        self.keys.setSpacing(12)
        self.keys.setObjectName(u"keys")
        self.keys.setContentsMargins(0, 0, 0, 0)

        self.head.addWidget(self.keysHolder)


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
        self.bodyColumn.setSpacing(0)
        self.bodyColumn.setObjectName(u"bodyColumn")
        self.bodyColumn.setContentsMargins(1, 0, 1, 10)
        self.partiesHolder = QWidget(self.body)
        self.partiesHolder.setObjectName(u"partiesHolder")
        self.parties = QVBoxLayout(self.partiesHolder)
        self.parties.setSpacing(0)
        self.parties.setObjectName(u"parties")
        self.parties.setContentsMargins(0, 0, 0, 0)

        self.bodyColumn.addWidget(self.partiesHolder)

        self.noSeats = TextLabel(self.body)
        self.noSeats.setObjectName(u"noSeats")
        self.noSeats.setWordWrap(True)

        self.bodyColumn.addWidget(self.noSeats)

        self.guests = QVBoxLayout()
        self.guests.setSpacing(0)
        self.guests.setObjectName(u"guests")
        self.guests.setContentsMargins(0, 0, 0, 0)

        self.bodyColumn.addLayout(self.guests)

        self.bodyGap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.bodyColumn.addItem(self.bodyGap)

        self.scroll.setWidget(self.body)

        self.cardColumn.addWidget(self.scroll)


        self.outer.addWidget(self.card)


        self.retranslateUi(MeetingAttendance)
    # setupUi

    def retranslateUi(self, MeetingAttendance):
        self.heading.setText(QCoreApplication.translate("MeetingAttendance", u"\u062d\u0636\u0648\u0631 \u0648 \u062d\u062f \u0646\u0635\u0627\u0628", None))
        pass
    # retranslateUi


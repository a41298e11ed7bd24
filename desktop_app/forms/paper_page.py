# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'paper_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.pill import Pill
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.paper.page_view import PageView
from desktop_app.widgets.style.look import Rule
class Ui_PaperPage(object):
    def setupUi(self, PaperPage):
        if not PaperPage.objectName():
            PaperPage.setObjectName(u"PaperPage")
        PaperPage.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(PaperPage)
        self.column.setSpacing(0)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.header.setObjectName(u"header")
        self.header.setContentsMargins(28, 8, 28, 10)
        self.titles = QVBoxLayout()
        self.titles.setSpacing(0)
        self.titles.setObjectName(u"titles")
        self.crumbLine = QHBoxLayout()
        self.crumbLine.setSpacing(8)
        self.crumbLine.setObjectName(u"crumbLine")
        self.breadcrumb = TextLabel(PaperPage)
        self.breadcrumb.setObjectName(u"breadcrumb")

        self.crumbLine.addWidget(self.breadcrumb)

        self.crumbGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.crumbLine.addItem(self.crumbGap)


        self.titles.addLayout(self.crumbLine)

        self.titleLine = QHBoxLayout()
        self.titleLine.setSpacing(14)
        self.titleLine.setObjectName(u"titleLine")
        self.title = TextLabel(PaperPage)
        self.title.setObjectName(u"title")

        self.titleLine.addWidget(self.title)

        self.state = Pill(PaperPage)
        self.state.setObjectName(u"state")

        self.titleLine.addWidget(self.state)

        self.titleGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.titleLine.addItem(self.titleGap)


        self.titles.addLayout(self.titleLine)


        self.header.addLayout(self.titles)

        self.backButton = Button(PaperPage)
        self.backButton.setObjectName(u"backButton")

        self.header.addWidget(self.backButton)

        self.saveButton = Button(PaperPage)
        self.saveButton.setObjectName(u"saveButton")

        self.header.addWidget(self.saveButton)

        self.printButton = Button(PaperPage)
        self.printButton.setObjectName(u"printButton")

        self.header.addWidget(self.printButton)


        self.column.addLayout(self.header)

        self.headRule = Rule(PaperPage)
        self.headRule.setObjectName(u"headRule")

        self.column.addWidget(self.headRule)

        self.body = QHBoxLayout()
        self.body.setSpacing(0)
        self.body.setObjectName(u"body")
        self.pages = PageView(PaperPage)
        self.pages.setObjectName(u"pages")

        self.body.addWidget(self.pages)

        self.roundTripScroll = QScrollArea(PaperPage)
        self.roundTripScroll.setObjectName(u"roundTripScroll")
        self.roundTripScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.roundTripScroll.setMinimumSize(QSize(320, 0))
        self.roundTripScroll.setMaximumSize(QSize(372, 16777215))
        self.roundTripScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.roundTripScroll.setWidgetResizable(True)
        self.roundTripScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.roundTrip = QWidget()
        self.roundTrip.setObjectName(u"roundTrip")
        self.roundTripColumn = QVBoxLayout(self.roundTrip)
        self.roundTripColumn.setSpacing(4)
        self.roundTripColumn.setObjectName(u"roundTripColumn")
        self.roundTripColumn.setContentsMargins(28, 16, 20, 16)
        self.roundTripTitle = TextLabel(self.roundTrip)
        self.roundTripTitle.setObjectName(u"roundTripTitle")

        self.roundTripColumn.addWidget(self.roundTripTitle)

        self.steps = QWidget(self.roundTrip)
        self.steps.setObjectName(u"steps")

        self.roundTripColumn.addWidget(self.steps)

        self.stepsGap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.roundTripColumn.addItem(self.stepsGap)

        self.verifyButton = Button(self.roundTrip)
        self.verifyButton.setObjectName(u"verifyButton")

        self.roundTripColumn.addWidget(self.verifyButton)

        self.roundTripScroll.setWidget(self.roundTrip)

        self.body.addWidget(self.roundTripScroll)


        self.column.addLayout(self.body)

        self.bandColumn = QVBoxLayout()
        self.bandColumn.setObjectName(u"bandColumn")
        self.bandColumn.setContentsMargins(28, 0, 28, 0)
        self.band = MessageBand(PaperPage)
        self.band.setObjectName(u"band")

        self.bandColumn.addWidget(self.band)


        self.column.addLayout(self.bandColumn)


        self.retranslateUi(PaperPage)
    # setupUi

    def retranslateUi(self, PaperPage):
        self.backButton.setText(QCoreApplication.translate("PaperPage", u"\u0635\u0648\u0631\u062a\u200c\u062c\u0644\u0633\u0647", None))
        self.saveButton.setText(QCoreApplication.translate("PaperPage", u"\u0630\u062e\u06cc\u0631\u0647\u0654 PDF", None))
        self.printButton.setText(QCoreApplication.translate("PaperPage", u"\u0686\u0627\u067e \u0628\u0631\u0627\u06cc \u0627\u0645\u0636\u0627", None))
#if QT_CONFIG(accessibility)
        self.roundTripScroll.setAccessibleName(QCoreApplication.translate("PaperPage", u"\u0631\u0641\u062a\u200c\u0648\u0628\u0631\u06af\u0634\u062a \u0627\u0645\u0636\u0627", None))
#endif // QT_CONFIG(accessibility)
        self.roundTripTitle.setText(QCoreApplication.translate("PaperPage", u"\u0631\u0641\u062a\u200c\u0648\u0628\u0631\u06af\u0634\u062a \u0627\u0645\u0636\u0627", None))
        self.verifyButton.setText(QCoreApplication.translate("PaperPage", u"\u0628\u0631\u0631\u0633\u06cc \u0628\u0631\u06af\u0647", None))
        pass
    # retranslateUi


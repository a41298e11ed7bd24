# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'meeting_invitations.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QScrollArea,
    QSizePolicy, QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.shell.card import CardFrame
class Ui_MeetingInvitations(object):
    def setupUi(self, MeetingInvitations):
        if not MeetingInvitations.objectName():
            MeetingInvitations.setObjectName(u"MeetingInvitations")
        MeetingInvitations.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.outer = QVBoxLayout(MeetingInvitations)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.card = CardFrame(MeetingInvitations)
        self.card.setObjectName(u"card")
        self.cardColumn = QVBoxLayout(self.card)
        self.cardColumn.setSpacing(0)
        self.cardColumn.setObjectName(u"cardColumn")
        self.cardColumn.setContentsMargins(1, 1, 1, 1)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(16, 8, 16, 8)
        self.summary = TextLabel(self.card)
        self.summary.setObjectName(u"summary")

        self.head.addWidget(self.summary)

        self.inviteGuest = Button(self.card)
        self.inviteGuest.setObjectName(u"inviteGuest")
        self.inviteGuest.setProperty(u"kind", u"link")
        self.inviteGuest.setProperty(u"icon_name", u"user-plus")
        self.inviteGuest.setProperty(u"small", True)

        self.head.addWidget(self.inviteGuest)

        self.printLetters = Button(self.card)
        self.printLetters.setObjectName(u"printLetters")
        self.printLetters.setProperty(u"icon_name", u"mail")

        self.head.addWidget(self.printLetters)

        self.recordSending = Button(self.card)
        self.recordSending.setObjectName(u"recordSending")
        self.recordSending.setProperty(u"icon_name", u"send")

        self.head.addWidget(self.recordSending)


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
        self.rows = QVBoxLayout(self.body)
        self.rows.setSpacing(0)
        self.rows.setObjectName(u"rows")
        self.rows.setContentsMargins(4, 2, 4, 8)
        self.scroll.setWidget(self.body)

        self.cardColumn.addWidget(self.scroll)

        self.empty = EmptyPage(self.card)
        self.empty.setObjectName(u"empty")

        self.cardColumn.addWidget(self.empty)


        self.outer.addWidget(self.card)


        self.retranslateUi(MeetingInvitations)
    # setupUi

    def retranslateUi(self, MeetingInvitations):
        self.inviteGuest.setText(QCoreApplication.translate("MeetingInvitations", u"\u0627\u0641\u0632\u0648\u062f\u0646 \u0645\u062f\u0639\u0648", None))
        self.printLetters.setText(QCoreApplication.translate("MeetingInvitations", u"\u0686\u0627\u067e \u062f\u0639\u0648\u062a\u200c\u0646\u0627\u0645\u0647", None))
        self.recordSending.setText(QCoreApplication.translate("MeetingInvitations", u"\u0627\u0631\u0633\u0627\u0644 \u0634\u062f\u2026", None))
        pass
    # retranslateUi

